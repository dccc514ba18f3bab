package org.connectchat.flow.lambda;

import org.connectchat.chat.AccountSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the caller of functions. Its clients are made by the first call. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LambdaSettings.class)
class LambdaConfiguration {

    @Bean
    LambdaFunctions lambdaFunctions(LambdaSettings settings, AccountSettings account, Environment environment) {
        return new LambdaFunctions(new FunctionRoutes(settings, environment, account.region()));
    }
}
