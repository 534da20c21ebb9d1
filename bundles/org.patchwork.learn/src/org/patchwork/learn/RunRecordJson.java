// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;
import org.patchwork.core.ProjectFormatException;

/**
 * {@code run.json} by Jackson: record order for keys, ISO 8601 for times, null for what is not
 * available.
 */
final class RunRecordJson {
  private RunRecordJson() {}

  static byte[] write(RunRecord record) throws JsonProcessingException {
    byte[] json = mapper().writeValueAsBytes(record);
    byte[] lines = java.util.Arrays.copyOf(json, json.length + 1);
    lines[json.length] = '\n';
    return lines;
  }

  static RunRecord read(Path file) throws ProjectFormatException {
    try {
      RunRecord record = mapper().readValue(Files.readAllBytes(file), RunRecord.class);
      if (record.format() > RunRecord.FORMAT) {
        throw new ProjectFormatException(
            file
                + " was written by a newer Patchwork (format "
                + record.format()
                + ", this one reads "
                + RunRecord.FORMAT
                + "); update Patchwork to open the run.");
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new ProjectFormatException(
          file.getParent() + " is no run folder, since it has no " + RunRecord.FILE_NAME + ".", e);
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file
              + " is not a run record: "
              + e.getOriginalMessage()
              + ". Delete the run folder to be rid of the run.",
          e);
    } catch (IOException e) {
      throw new ProjectFormatException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule module = new SimpleModule("patchwork-run");
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
