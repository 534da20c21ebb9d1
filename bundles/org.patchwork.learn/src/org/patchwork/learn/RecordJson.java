// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How records of this package are written as JSON by Jackson: record order for keys, ISO 8601 for
 * times, null for a number that is not available or not finite.
 */
public final class RecordJson {
  private RecordJson() {}

  /** A mapper for them, indenting; unknown keys are passed over when it reads. */
  public static ObjectMapper mapper() {
    SimpleModule module = new SimpleModule("patchwork-records");
    module.addSerializer(OptionalDouble.class, new OptionalWriter());
    module.addDeserializer(OptionalDouble.class, new OptionalReader());
    module.addSerializer(Instant.class, new InstantWriter());
    module.addDeserializer(Instant.class, new InstantReader());
    return JsonMapper.builder()
        .addModule(module)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class OptionalWriter extends JsonSerializer<OptionalDouble> {
    @Override
    public void serialize(
        OptionalDouble value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
        generator.writeNumber(value.getAsDouble());
      } else {
        generator.writeNull();
      }
    }
  }

  private static final class OptionalReader extends JsonDeserializer<OptionalDouble> {
    @Override
    public OptionalDouble deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return OptionalDouble.of(parser.getDoubleValue());
    }

    @Override
    public OptionalDouble getNullValue(DeserializationContext context) {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble getAbsentValue(DeserializationContext context) {
      return OptionalDouble.empty();
    }
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(value.toString());
    }
  }

  private static final class InstantReader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return Instant.parse(parser.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(
            parser.getText(), Instant.class, "not a time in ISO 8601");
      }
    }
  }
}
