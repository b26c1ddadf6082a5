package dev.lathe.samples.audiencesync;

/** What one pass did. */
record Summary(int read, int created, int updated, int unchanged, int failed) {

    static final Summary NOTHING = new Summary(0, 0, 0, 0, 0);

    Summary plus(Outcome outcome) {
        return new Summary(
                read + 1,
                created + (outcome == Outcome.CREATED ? 1 : 0),
                updated + (outcome == Outcome.UPDATED ? 1 : 0),
                unchanged + (outcome == Outcome.UNCHANGED ? 1 : 0),
                failed + (outcome == Outcome.FAILED ? 1 : 0));
    }

    @Override
    public String toString() {
        return "%,d read, %,d created, %,d updated, %,d unchanged, %,d failed"
                .formatted(read, created, updated, unchanged, failed);
    }

    /** What became of one segment. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED
    }
}
