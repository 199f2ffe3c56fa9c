package io.github.agefold.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it down. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/io/github/agefold/version.properties")) {
            properties.load(in);
        }
        return new String[] {"Agefold " + properties.getProperty("version")};
    }
}
