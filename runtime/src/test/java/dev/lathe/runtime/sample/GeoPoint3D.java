package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;

/** A complex type with a base. */
public class GeoPoint3D extends GeoPoint {

    public static final ObjectType<GeoPoint3D> TYPE = ObjectType.<GeoPoint3D>of(
            new GeoPoint3D(), "Microsoft.Dynamics.CRM.GeoPoint3D", "latitude", "longitude", "altitude");

    private Double altitude;

    public GeoPoint3D() {}

    public Double getAltitude() {
        return this.altitude;
    }

    public GeoPoint3D setAltitude(Double altitude) {
        this.altitude = altitude;
        changed(2);
        return this;
    }

    @Override
    public GeoPoint3D setLatitude(Double latitude) {
        super.setLatitude(latitude);
        return this;
    }

    @Override
    public GeoPoint3D setLongitude(Double longitude) {
        super.setLongitude(longitude);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new GeoPoint3D();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 2 -> this.altitude = in.float64();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 2 -> this.altitude;
            default -> super.value(member);
        };
    }
}
