package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The messages that carry files in blocks: {@code InitializeFileBlocksUpload} and its kin. */
final class FileOperations {

    private final Schema schema;
    private final Store store;
    private final FileStore files;
    private final FileColumns columns;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Map<String, FileStore.Stored> downloads = new ConcurrentHashMap<>();

    private record Upload(Row row, String column, Map<String, FileStore.Stored> blocks) {}

    FileOperations(Schema schema, Store store, FileStore files, FileColumns columns) {
        this.schema = schema;
        this.store = store;
        this.files = files;
        this.columns = columns;
    }

    void addTo(Operations operations) {
        operations.add("InitializeFileBlocksUpload", this::beginUpload);
        operations.add("UploadBlock", this::uploadBlock);
        operations.add("CommitFileBlocksUpload", this::commit);
        operations.add("InitializeFileBlocksDownload", this::beginDownload);
        operations.add("DownloadBlock", this::downloadBlock);
        operations.add("DeleteFile", this::delete);
    }

    private Row target(OperationRequest request) {
        JsonNode target = request.parameter("Target");
        String name = target.path("@odata.type").asString("");
        EdmEntityType type = schema.type(name.startsWith("#") ? name.substring(1) : name)
                .orElseThrow(() -> DataverseError.query("Target is of no known type."));
        String id = target.path(type.getKeyPredicateNames().get(0)).asString("");
        Object key = Values.fromLiteral(
                type.getKeyPropertyRefs().get(0).getProperty().getType(), id);
        return store.find(type, Key.of(Objects.requireNonNull(key)))
                .orElseThrow(() -> DataverseError.noRow(type.getName(), Key.of(key)));
    }

    private static String text(OperationRequest request, String parameter) {
        return request.parameter(parameter).asString();
    }

    private Map<String, Object> beginUpload(OperationRequest request) {
        String token = UUID.randomUUID().toString();
        uploads.put(token, new Upload(target(request), text(request, "FileAttributeName"), new ConcurrentHashMap<>()));
        return Map.of("FileContinuationToken", token);
    }

    private Upload upload(OperationRequest request) {
        Upload upload = uploads.get(text(request, "FileContinuationToken"));
        if (upload == null) {
            throw DataverseError.query("The FileContinuationToken is not valid.");
        }
        return upload;
    }

    private @Nullable Object uploadBlock(OperationRequest request) {
        byte[] data = Base64.getDecoder().decode(text(request, "BlockData"));
        byte[] id = Base64.getDecoder().decode(text(request, "BlockId"));
        if (data.length > FileColumns.BLOCK || id.length > 64) {
            throw DataverseError.query("A block has at most 4 MB, and its identifier at most 64 bytes.");
        }
        FileStore.Stored block = files.create("block", "");
        block.append(data);
        upload(request).blocks().put(text(request, "BlockId"), block);
        return null;
    }

    private Map<String, Object> commit(OperationRequest request) {
        Upload upload = upload(request);
        FileStore.Stored file = files.create(text(request, "FileName"), text(request, "MimeType"));
        for (JsonNode id : request.parameter("BlockList")) {
            FileStore.Stored block = upload.blocks().get(id.asString());
            if (block == null) {
                throw DataverseError.query("There is no block '" + id.asString() + "'.");
            }
            file.append(block.read(0, block.size()));
        }
        upload.blocks().values().forEach(block -> files.delete(block.id()));
        columns.put(upload.row(), upload.column(), file);
        uploads.remove(text(request, "FileContinuationToken"));
        return Map.of("FileId", file.id(), "FileSizeInBytes", file.size());
    }

    private Map<String, Object> beginDownload(OperationRequest request) {
        FileStore.Stored file = columns.file(target(request), text(request, "FileAttributeName"));
        if (file == null) {
            throw DataverseError.query("There is no file in the column.");
        }
        String token = UUID.randomUUID().toString();
        downloads.put(token, file);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("FileSizeInBytes", file.size());
        result.put("FileName", file.name());
        result.put("IsChunkingSupported", true);
        result.put("FileContinuationToken", token);
        return result;
    }

    private Map<String, Object> downloadBlock(OperationRequest request) {
        FileStore.Stored file = downloads.get(text(request, "FileContinuationToken"));
        if (file == null) {
            throw DataverseError.query("The FileContinuationToken is not valid.");
        }
        long offset = request.parameter("Offset").asLong();
        long length = request.parameter("BlockLength").asLong();
        return Map.of("Data", file.read(offset, length));
    }

    private @Nullable Object delete(OperationRequest request) {
        UUID id = UUID.fromString(text(request, "FileId"));
        List<Runnable> removals = new ArrayList<>();
        for (String set : schema.sets()) {
            schema.set(set).ifPresent(found -> {
                EdmEntityType type = found.getEntityType();
                type.getPropertyNames().stream()
                        .filter(name -> FileColumns.isFile(type, type.getStructuralProperty(name)))
                        .forEach(name -> store.all(type).stream()
                                .filter(row -> id.equals(row.get(name)))
                                .forEach(row -> removals.add(() -> columns.put(row, name, null))));
            });
        }
        if (removals.isEmpty()) {
            throw DataverseError.query("There is no file " + id + ".");
        }
        removals.forEach(Runnable::run);
        return null;
    }
}
