package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataObject;

/** A complex type. */
public class GeoPoint extends ODataObject {

    public static final ObjectType<GeoPoint> TYPE =
            ObjectType.<GeoPoint>of(new GeoPoint(), "Microsoft.Dynamics.CRM.GeoPoint", "latitude", "longitude");

    private Double latitude;

    private Double longitude;

    public GeoPoint() {}

    public Double getLatitude() {
        return this.latitude;
    }

    public GeoPoint setLatitude(Double latitude) {
        this.latitude = latitude;
        changed(0);
        return this;
    }

    public Double getLongitude() {
        return this.longitude;
    }

    public GeoPoint setLongitude(Double longitude) {
        this.longitude = longitude;
        changed(1);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new GeoPoint();
    }

    @Override
    protected JsonObject createDerived(String typeName) {
        return switch (typeName) {
            case "Microsoft.Dynamics.CRM.GeoPoint3D" -> new GeoPoint3D();
            default -> super.createDerived(typeName);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.latitude = in.float64();
            case 1 -> this.longitude = in.float64();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.latitude;
            case 1 -> this.longitude;
            default -> super.value(member);
        };
    }
}
