package io.github.agefold.age;

import java.util.List;

/** The six age groups that the networks are conditioned on, youngest first. */
public enum AgeGroup {
    UNDER_19(0, 18, "0–18"),
    FROM_19(19, 29, "19–29"),
    FROM_30(30, 39, "30–39"),
    FROM_40(40, 49, "40–49"),
    FROM_50(50, 59, "50–59"),
    FROM_60(60, Integer.MAX_VALUE, "60+");

    /** All groups in age order: the columns of a strip. */
    public static final List<AgeGroup> ALL = List.of(values());

    /** How many groups there are: the width of a one-hot condition. */
    public static final int COUNT = ALL.size();

    private final int youngest;
    private final int oldest;
    private final String label;

    AgeGroup(int youngest, int oldest, String label) {
        this.youngest = youngest;
        this.oldest = oldest;
        this.label = label;
    }

    /**
     * The group that an age belongs to. An estimated age counts by its completed years: 18.9 is 18.
     *
     * @param age in years, at least 0
     * @throws IllegalArgumentException if the age is negative or not a number
     */
    public static AgeGroup of(double age) {
        if (!(age >= 0)) {
            throw new IllegalArgumentException("an age must be at least 0, was " + age);
        }
        for (AgeGroup group : ALL) {
            if (age < group.oldest + 1.0) {
                return group;
            }
        }
        return FROM_60;
    }

    /** Youngest age of the group, in years. */
    public int youngest() {
        return youngest;
    }

    /** What a person reads: "19–29". */
    public String label() {
        return label;
    }

    /** What a file name or a data file holds: "19-29". */
    public String id() {
        return label.replace('–', '-').replace("+", "plus");
    }

    /** The condition: six numbers, 1 at this group's place and 0 elsewhere. */
    public float[] oneHot() {
        float[] condition = new float[COUNT];
        condition[ordinal()] = 1;
        return condition;
    }
}
