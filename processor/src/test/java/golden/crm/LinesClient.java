package golden.crm;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.odata.EntityKey;
import dev.lathe.runtime.odata.ODataService;
import dev.lathe.runtime.odata.ODataSet;
import org.jspecify.annotations.NullMarked;

@Generated("dev.lathe.processor.emit.EntitySetClientEmitter")
@NullMarked
final class LinesClient extends ODataSet<Line, EntityKey> implements Lines {
    LinesClient(ODataService service) {
        super(service, "lines", Line.TYPE);
    }
}
