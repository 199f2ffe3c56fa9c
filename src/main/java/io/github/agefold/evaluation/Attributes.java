package io.github.agefold.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of UTKFace's files tell of a person beside the age, in the words of the set. */
final class Attributes {
    private static final Pattern NAME = Pattern.compile("\\d{1,3}_([01])_([0-4])_.*");
    private static final List<String> GENDERS = List.of("male", "female");
    private static final List<String> RACES = List.of("White", "Black", "Asian", "Indian", "others");

    private Attributes() {}

    /** "gender" and "race" with their values; empty where the name tells neither. */
    static Map<String, String> of(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        Map<String, String> attributes = new LinkedHashMap<>();
        if (matcher.matches()) {
            attributes.put("gender", GENDERS.get(Integer.parseInt(matcher.group(1))));
            attributes.put("race", RACES.get(Integer.parseInt(matcher.group(2))));
        }
        return attributes;
    }
}
