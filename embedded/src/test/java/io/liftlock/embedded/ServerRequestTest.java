package io.liftlock.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.UserError;
import io.liftlock.embedded.ServerRequest.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRequestTest {

  private static ServerRequest request(String url) {
    return ServerRequest.of(DatabaseUrl.parse(url));
  }

  @Test
  void newestMajorAndFullDurabilityUnlessAskedOtherwise() {
    assertThat(request("embedded:main")).isEqualTo(new ServerRequest("main", 18, Durability.FULL));
    assertThat(request("embedded:main?version=14&durability=none"))
        .isEqualTo(new ServerRequest("main", 14, Durability.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "embedded:main, main-18",
    "embedded:main?version=16, main-16",
    "embedded:main?durability=none, main-18-volatile",
    "embedded:main-18-volatile, main-18-volatile-18",
    "embedded:main-17?version=16, main-17-16"
  })
  void folderNameIsReadBack(String url, String folder) {
    assertThat(request(url).folderName()).isEqualTo(folder);
    assertThat(ServerRequest.ofFolderName(folder)).hasValue(request(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "main-", "-18", "main-1800"})
  void otherFoldersAreNotServers(String folder) {
    assertThat(ServerRequest.ofFolderName(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedded:../up",
        "embedded:a/b",
        "embedded:a b",
        "embedded:-18",
        "embedded:\"",
        "embedded:main?version=13",
        "embedded:main?version=19",
        "embedded:main?version=",
        "embedded:main?durability=some",
        "embedded:main?user=me"
      })
  void refusesWhatItDoesNotUnderstand(String url) {
    assertThatThrownBy(() -> request(url)).isInstanceOf(UserError.class);
  }
}
