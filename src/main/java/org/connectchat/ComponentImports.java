package org.connectchat;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Registers the components that {@code META-INF/spring/org.connectchat.ComponentImports.imports} names, under the names that a
 * scan would give them. A scan of the class path would read each class of the emulator at each start.
 */
final class ComponentImports implements ImportBeanDefinitionRegistrar {

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importingClass, BeanDefinitionRegistry registry) {
        ClassLoader classes = ComponentImports.class.getClassLoader();
        AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(registry);
        ImportCandidates.load(ComponentImports.class, classes)
                .forEach(component -> reader.register(ClassUtils.resolveClassName(component, classes)));
    }
}
