package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

@Generated("dev.lathe.processor.emit.EntitySetClientEmitter")
@NullMarked
final class TasksClient extends ODataSet<Task, UUID> implements Tasks {
    TasksClient(ODataService service) {
        super(service, "tasks", Task.TYPE);
    }
}
