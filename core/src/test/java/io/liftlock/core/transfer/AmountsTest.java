package io.liftlock.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sizes and rates as people write them. */
class AmountsTest {

  @Test
  void sizesHaveAUnitOf1024() {
    assertThat(ByteSize.parse("64MB")).hasValue(64L << 20);
    assertThat(ByteSize.parse("64 MiB")).hasValue(64L << 20);
    assertThat(ByteSize.parse("1.5 GB")).hasValue(3L << 29);
    assertThat(ByteSize.parse("512k")).hasValue(512L << 10);
    assertThat(ByteSize.parse("100b")).hasValue(100);
    assertThat(ByteSize.parse("2TB")).hasValue(2L << 40);
  }

  @Test
  void whatIsNoSizeIsNotRead() {
    for (String text : new String[] {"", "64", "MB", "-1MB", "1e3MB", "64 MBytes", "1,5GB"}) {
      assertThat(ByteSize.parse(text)).as(text).isEmpty();
    }
    assertThat(ByteSize.parse("999999999999TB")).isEmpty();
  }

  @Test
  void sizesAreShort() {
    assertThat(ByteSize.text(0)).isEqualTo("0 B");
    assertThat(ByteSize.text(999)).isEqualTo("999 B");
    assertThat(ByteSize.text(1024)).isEqualTo("1.00 kB");
    assertThat(ByteSize.text(98 * 1024 + 300)).isEqualTo("98.3 kB");
    assertThat(ByteSize.text(3L << 29)).isEqualTo("1.50 GB");
    assertThat(ByteSize.text(1023L << 20)).isEqualTo("1.00 GB");
    assertThat(ByteSize.text(5000L << 40)).isEqualTo("5000 TB");
  }

  @Test
  void ratesAreOfBytesOrRows() {
    assertThat(Rate.parse("5MB/s")).contains(new Rate(5L << 20, 0));
    assertThat(Rate.parse(" 5 mb / s ")).contains(new Rate(5L << 20, 0));
    assertThat(Rate.parse("2000rows/s")).contains(new Rate(0, 2000));
    assertThat(Rate.parse("1 row/sec")).contains(new Rate(0, 1));
    assertThat(new Rate(5L << 20, 0).text()).isEqualTo("5.00 MB/s");
    assertThat(new Rate(0, 2000).text()).isEqualTo("2000 rows/s");
    assertThat(Rate.UNLIMITED.text()).isEmpty();
  }

  @Test
  void whatIsNoRateIsNotRead() {
    for (String text : new String[] {"", "5MB", "5/s", "0MB/s", "0rows/s", "-5MB/s", "5MB/min"}) {
      assertThat(Rate.parse(text)).as(text).isEmpty();
    }
  }
}
