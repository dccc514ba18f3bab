package org.connectchat;

import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Imports the components that {@code META-INF/spring/org.connectchat.ComponentImports.imports} names, as Spring Boot imports its
 * auto-configurations. A scan of the class path would read each class of the emulator at each start.
 */
final class ComponentImports implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        return ImportCandidates.load(ComponentImports.class, getClass().getClassLoader())
                .getCandidates()
                .toArray(String[]::new);
    }
}
