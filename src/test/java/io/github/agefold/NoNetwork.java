package io.github.agefold;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Permission;

/**
 * Refuses every socket and every look-up of a host's name, and writes down that it was asked for; allows all else. As
 * {@code -Djava.security.manager}, with the file in {@code network.attempts}.
 */
@SuppressWarnings("removal")
public final class NoNetwork extends SecurityManager {
    private final Path attempts = Path.of(System.getProperty("network.attempts"));

    @Override
    public void checkPermission(Permission permission) {}

    @Override
    public void checkPermission(Permission permission, Object context) {}

    @Override
    public void checkConnect(String host, int port) {
        refuse("connect to " + host + ":" + port);
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkListen(int port) {
        refuse("listen at " + port);
    }

    @Override
    public void checkAccept(String host, int port) {
        refuse("accept " + host + ":" + port);
    }

    @Override
    public void checkMulticast(InetAddress group) {
        refuse("join " + group);
    }

    @Override
    public void checkRead(FileDescriptor descriptor) {}

    @Override
    public void checkWrite(FileDescriptor descriptor) {}

    private void refuse(String what) {
        try {
            Files.writeString(attempts, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new SecurityException("no network: " + what);
    }
}
