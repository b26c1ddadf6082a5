package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lathe.audiencemanager.Group;
import dev.lathe.audiencemanager.PasswordChange;
import dev.lathe.audiencemanager.Permission;
import dev.lathe.audiencemanager.PermissionObject;
import dev.lathe.audiencemanager.PermissionObjectObjectType;
import dev.lathe.audiencemanager.User;
import dev.lathe.audiencemanager.UserProfile;
import dev.lathe.runtime.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users, groups, and what groups may do. */
class UsersTest extends SandboxCalls {

    private long user(String name) {
        return insert("users", Map.of("username", name, "groups", List.of(5)));
    }

    private long group(String name) {
        return insert("groups", Map.of("name", name));
    }

    @Test
    @Operation("GET /users/")
    void list() {
        user("ada");

        assertThat(aam.users().list()).extracting(User::getUsername).contains("ada", "sandbox-user");
    }

    @Test
    @Operation("POST /users/")
    void create() {
        User created = aam.users().create(new User().setUsername("ada").setFirstName("Ada"));

        assertThat(exists("users", created.getUserId())).isTrue();
    }

    @Test
    @Operation("GET /users/{userId}")
    void get() {
        assertThat(aam.users().get(user("ada")).getGroups()).containsExactly(5L);
    }

    @Test
    @Operation("PUT /users/{userId}")
    void update() {
        User user = aam.users().get(user("ada"));

        assertThat(aam.users()
                        .update(user.getUserId(), user.setTitle("Countess"))
                        .getTitle())
                .isEqualTo("Countess");
    }

    @Test
    @Operation("DELETE /users/{userId}")
    void delete() {
        long id = user("ada");

        aam.users().delete(id);

        assertThat(exists("users", id)).isFalse();
    }

    @Test
    @Operation("GET /users/self")
    void self() {
        assertThat(aam.users().self().getUsername()).isEqualTo("sandbox-user");
    }

    @Test
    @Operation("PUT /users/self/update")
    void updateSelf() {
        assertThat(aam.users().updateSelf(new UserProfile().setTitle("Analyst")).getTitle())
                .isEqualTo("Analyst");
    }

    @Test
    @Operation("POST /users/self/update-password")
    void updatePassword() {
        assertThatCode(() -> aam.users()
                        .updatePassword(new PasswordChange().setOldPassword("a").setNewPassword("b")))
                .doesNotThrowAnyException();
    }

    @Test
    @Operation("POST /users/self/reset-password")
    void resetOwnPassword() {
        assertThatCode(() -> aam.users().resetOwnPassword()).doesNotThrowAnyException();
    }

    @Test
    @Operation("POST /users/{userId}/reset-password")
    void resetPassword() {
        long id = user("ada");

        assertThatCode(() -> aam.users().resetPassword(id)).doesNotThrowAnyException();
    }

    @Test
    @Operation("POST /users/bulk-delete")
    void bulkDelete() {
        List<Long> ids = List.of(user("ada"), user("grace"));

        aam.users().bulkDelete(ids);

        assertThat(ids).noneMatch(id -> exists("users", id));
    }

    @Test
    @Operation("POST /users/update-groups/")
    void updateGroups() {
        long id = user("ada");

        aam.users().updateGroups(JsonValue.of(Map.of("userId", id, "groups", List.of(7L))));

        assertThat(aam.users().get(id).getGroups()).containsExactly(7L);
    }

    @Test
    @Operation("GET /groups/")
    void listGroups() {
        group("Analysts");

        assertThat(aam.groups().list()).extracting(Group::getName).containsExactly("Analysts");
    }

    @Test
    @Operation("POST /groups/")
    void createGroup() {
        assertThat(aam.groups()
                        .create(new Group().setName("Analysts").setDescription("They look"))
                        .getGroupId())
                .isPositive();
    }

    @Test
    @Operation("GET /groups/{groupId}")
    void getGroup() {
        assertThat(aam.groups().get(group("Analysts")).getName()).isEqualTo("Analysts");
    }

    @Test
    @Operation("PUT /groups/{groupId}")
    void updateGroup() {
        long id = group("Analysts");

        assertThat(aam.groups().update(id, new Group().setName("Readers")).getName())
                .isEqualTo("Readers");
    }

    @Test
    @Operation("DELETE /groups/{groupId}")
    void deleteGroup() {
        long id = group("Analysts");

        aam.groups().delete(id);

        assertThat(exists("groups", id)).isFalse();
    }

    @Test
    @Operation("POST /groups/bulk-delete")
    void bulkDeleteGroups() {
        long id = group("Analysts");

        aam.groups().bulkDelete(List.of(id));

        assertThat(exists("groups", id)).isFalse();
    }

    @Test
    @Operation("DELETE /groups/bulk-delete")
    void bulkDeleteGroupsAsDocumented() {
        long id = group("Analysts");

        aam.groups().bulkDeleteDocumented(List.of(id));

        assertThat(exists("groups", id)).isFalse();
    }

    @Test
    @Operation("GET /groups/{groupId}/permissions")
    void listPermissions() {
        assertThat(aam.groups().listPermissions(group("Analysts"))).isEmpty();
    }

    @Test
    @Operation("PUT /groups/{groupId}/permissions/")
    void replacePermissions() {
        PermissionObject read = new PermissionObject()
                .setObjectId(17L)
                .setObjectType(PermissionObjectObjectType.SEGMENT)
                .setPermissions(List.of(Permission.READ, Permission.MAP_TO_MODELS));
        long id = group("Analysts");

        assertThat(aam.groups().replacePermissions(id, List.of(read))).containsExactly(read);
        assertThat(aam.groups().listPermissions(id)).containsExactly(read);
    }

    @Test
    @Operation("GET /permissionable-object-types/")
    void listObjectTypes() {
        assertThat(aam.permissions().listObjectTypes())
                .containsExactly("SEGMENT", "TRAIT", "DESTINATION", "DERIVED_SIGNALS", "TAGS");
    }

    @Test
    @Operation("GET /permissionable-object-types/{objectType}/")
    void getObjectType() {
        assertThat(aam.permissions().getObjectType("SEGMENT").getPerObject()).contains(Permission.MAP_TO_DESTINATION);
    }
}
