using System.Text;

namespace AlphaKit.Parquet.Tests.Compression;

/// <summary>
/// What the reference tools (zstd 1.5.4, lz4 1.9.4) make of <see cref="Text"/>, in base64, each with its command. "zeros" are 100,000 zero bytes.
/// </summary>
internal static class GoldenBlocks
{
    /// <summary>SHA-256 of <see cref="Text"/> as it was handed to the tools.</summary>
    public const string TextHash = "22f8f882025eb9d2177789d83fce6fbe4d5bc846fa543cbea7586b413a6df728";

    /// <summary><c>zstd -19 -c --no-check text</c>.</summary>
    public const string Zstd19 =
        "KLUv/WDhFx0ZAAQDYW1vdW50IHZvbHVtZSBoaWdoIGxvdyAzMDA3NTAuU1o2MDAwMEgxY2xvc2VvcGVugX+owatk2jshBAgEURJabj0iEBSEhBAgCTgEZFICZwSygISEJCq0HKRG5Q66+pk3E4etdD" +
        "0/jFBSPpHfor2Ci8J3ZuleR0FQUo1KdJgI4BAwL7tAq8fwGnH9XArRGZfquyKwrRdmrnxu/v1r7gOggUmvgUKCNZQbEfKQgfP/EROLH5R4SAadqZJwoN023qZDHl7aHoz0p3rGzOBYO1Oiw0Xcx/yH" +
        "KvmQfm0JlBtAeXAggEY0iIx5BUkpknNmR1RCWSvYVIIqAlqu7SdNMhlIBb6mBdenqMzUoW9OQP0rtt4vjIadqFT9KkET3XvkPLQh0Dxudi5B0QBFgCaZracQ3dFQdLzbcCD1hoqUmRTl2haIZJcZoh" +
        "yPjXcr1c4FS/161l1oAe0ClwDpamgbSTnLTV06A4hE/ffWBeOnXfU9g5yJSh6WqxRZDtjgz1J4ZkwtYjod67k0JMkdpKACc3NWKJDQQobcHvZpiDJmHAVpbaj78I3vRkAUFd6WOHpz89MGL8H2ZxAY" +
        "7LOPB7Xml/1Qbb4XCajmQBYb35c4UtWmbHlF8uL9aqlFGrrfhtgzsyPoX0lKEpihUr9fTUio8CM+zLlLvON5kMWvQN77EVmRsNJ3ghSHYLcN35Su2h+5sExMp5JuXcs+SAUGSpLdlEaTfjCXrgCshn" +
        "f08raDq20ppEJofB8BJUcNNAkSCQQgXgMOVYFwf50uUczEY5vHlFKSTP6tOxrpAke+Fov+pIMkYm1ypXI2BzmCA/6XqIS2XhoFKrxIudsOMPzPjUaD1BbsladZDOegOK0CTuB8mkS23jct35Wx+Ky3" +
        "eV+CyZbuQPVeePQlCAopuYH38Tl0dUVo4yjZuQv2ZzVMjRaXRscbq2XAQHxwy0mvyXshRkBdLzfzTkFSpK0nlF1pV0MCI1NNcgjEo5km2OY1hiRKC9sy8msSrTtio3gi5dPysHV8meVD87TwMvq4S5" +
        "NRYL64W1jkP5lgmLBcWIS73Cnw106tmLYK";

    /// <summary><c>cat text | zstd -1 -c</c>.</summary>
    public const string ZstdWithoutSize =
        "KLUv/QRIBSIAMoocGJAlbQOfDJTcYI2kMaAw+JZD6BcSx7tbJodUfiAYzUG9PZqDevv1TM+SnmU9Lz0LmoOmt1/PgQzB66m319vbpWdZT9Pbm97+0rPYQIZg2zY0Bw3NwQEybNsBAxkGELAFVqg6Im" +
        "w9Dc1BO6TyAytUHREBgiqocg/SFKWyNQZiCEIkzmea5HoSQCAQXIpDdVI5qkaEJEnaN6JaA2JmhybORgQH56jvQyopz3XPXbx7v9I4xSnzPISuVCt9W1vyb99zTS6dSwFrFSskBNFF3xD6RclHXasD" +
        "8USjwXTLPCpbpld5io4P7PyUmQ61C/rGFm5SC7tq7kLxF6tIiQiGGTj1VFaNRpoj6Z9Q7xpMO5aIJm+KGND8r7GQxeQiz0sszAab0yQc69amSt0uB0Da1X5QKXSZl5z+f+fZGUTUVeG9I8PpTb1HvL" +
        "GXxPpNnFpxXbKVgFXrUY8Iqa41AP5H/gM3zqKv2TN8SiNJ5bm+zjQVLwd5y1rDoZOJ1WB2qhcRaVxD1szCTx6q6kkQs0YDTG0t1VoYLDW70aXCXfAEbQXQRoqMtWi42Fsv4fUXkaQ37S0Q5LEBYVKa" +
        "Ct5GtDBsKcr5jeKE2l1nhobqnrOcERXQiKLiH63UXo54j839UEKOAbNCPGlzoRhQtO1J2EpUe7aTmzot538R3vP0W/jA61Izl7YedqHdImk82Cxk4TqUll48xgWdCLnw9MFFmryLFvjrNTiYCM31dn" +
        "Py2/Kn+fVWh9j+A/OKa3t/dd21+Lq2arXCLD1BpEzvYNYQmqxiwBH4mFFnW5yeAN4Mv/QdSKQW/zzkijYL7SWhMbEVIFlQdc1wWz87sJWOGvOIuQcI7IIul8YL6KH82/Rcasa6gsWTDt3kSt6koQYU" +
        "w+Mq4KSdD1X9jdihmdpykOWbDszTSrivajWT0QOezKjEVbDEawm0ecrngUERMBcov12CWGabW79qZpl714avI7Vqi6WeoJMYu4x0fZ3U8djS9GRf82wLGIGwBVSn4yTodtrUMGojQzhb9Lg5hISeJd" +
        "owy5vKLPRZlX6bm9ILaBioNcN+4jNZhZJ1HVA9WN3glBoBl4ZK0PwM3Ty4KtJLuWKkMFM0sn6od7Z1qEzQm5/9xIgbLHsZVj3Cqj+DtTTRAICubaaIEyJINxt6AyHYPUiWalGx4Gc3L0nzinl5oD25" +
        "RtukQDqoF7LlhwawlVauetcZBGsDcey6VFbqnhqfk3LU9xul8aMCHjJAJ4Sto1UtCgqHKaPbHDIVmrShewRVVdIKnXY6Tp4EtXt3DTlXGF7Ltau5enFHgGF+6oFQlxBpZ5PNZOFh1qLVGta4FpDsg3" +
        "p0WfLDoDo58BE866ENlSGdW3IJxPJ6tcJh3eGeQBpvbVrl4R2+l1aTXaK/ZZqoCTmKZDXkqwc5txRDpZD5KNF8I9MuTpbK5xLZu03KpTYgKfyi161rLMe0";

    /// <summary><c>zstd -3 -c zeros</c>.</summary>
    public const string ZstdZeros =
        "KLUv/aSghgEAVQAAEAAAAQCbhjnAAtsjTvM=";

    /// <summary><c>zstd -c empty</c>.</summary>
    public const string ZstdEmpty =
        "KLUv/SQAAQAAmenYUQ==";

    /// <summary><c>lz4 -9 -c text, the one block inside its frame (bytes 11 on, as long as bytes 7 to 10 say)</c>.</summary>
    public const string Lz4Block =
        "8whhbW91bnQgdm9sdW1lIGhpZ2ggbG93IBcAnzMwMDc1MC5TWgoAAiA2MAEANy5TSBQAAUIAAQUAAR0AEDEUAFNjbG9zZQYABjQAQm9wZW4FAABxAAYuAA9WAAEIQgAMFgADuwAMbwABWgAGTAADJg" +
        "ABFgAMQgABFQAD8gAPIQAHBmEADwoAAQM/AAVBAQUJAAAEAAxQAA2XAAYhAA82AQMPcgAICmAABHIABk8BA2IAAyYBBnoAACYAAl0ABDQAC7YBBmoAAf8AAR4AA0YADmYABi0ACwsCACcAAzYAAssA" +
        "A7cAB1kBD0oABQVAAA98AgsN2gAGrwAMbgEGUQIL5wEDRAADnAAGgwAAfgAGPwAHVAAFuQAP2wEODxoBAQ+zAgQPBgIAC9sBCfICCsIBD1QCCA/XAAIMWQIPWwEBCyYBCwcDDEIACLECB50CA0sEBl" +
        "YAD8cDAwFdAQ6hAQ8XAwQG5AEPgwMDCXMCD0ACAQMtAA2dAACyAA7vAwySAgEiAAxdAAr8AwvQAASZAwqrAQ9qAAYNRgEPTwAADC4ADGIBDRkFCuYCCg4AD7QAAQEPAA0iAQguBQ6MBQ/PBAYKYwEP" +
        "NwMHCL8BBY8GDwAGAwWFAwtRAQb2BQ8jAQcGCgAJkQQKnAAPZQQID88ABQhHBgcmAgasAw8cAQsHMwANjQQPogMAD5UGDA9qAwIIQgMNuAAI8wENbQQHzgMK6AYLIgMPcQADDmICDtcDCPgBCqIDCM" +
        "AHCAwAC/EBAT4CD/EFAA4GAw2OBQ28AgXQAwonBwrRBw7WAA7fBQ6BBQ+7AAEEXAALFwAMSgIO3AMPpQQFD5oFAwfFAQj1CQt6BQhjAQ54AA7YBA/NAAELkwAKZwEONAAMxgEP7wIBDlAGD6YGDgyG" +
        "CA6cCg7FBgtRBwthAA/cAAAGpQEGeQANbAYOqgkKUAYNowIG5QYKkAAPXQEACTMEDn0HDEQFDyIFBwqmAQ6tCQbwAg71Ag5yBw+rBAMKfwILFgMPkQECDqQDD3cGCwwLBweCBA+NAQEPKAQCDpgBDB" +
        "IEDqEKD+8AAgubAg3MAwtgAA7QAQ+mBQoP7QQBDGQDChgCDHYAD0IACAgMBAnhAQ9kChMP3AMBD9oABAuXAw2fBw+8AA4JnwANuAQFbgMPKQMBBsMDDH0CCqQOCwQHB2cDDv4EDxQCAg/MBgAJTwEK" +
        "lwAPogYDD+4CFg/iCAQPyAQFDw0DAA+zAxAKTgAPLwMBDYcAC+cFBvQBD5IICA0RBQ32CwuCAQ3WCg+dBQIOpQAI5A0OHA0O5wIPNwEBDqAICMQADWQODfcFDM8BBbwCDhUID+wKAw53Aw/bAwUPvA" +
        "oBDxAIAgt7AAdQBw9CDQINAhEPBg8IDlIDD7EBCw0mAQgOBQZXAQtRBA8NCQMObwsPSwoQCg8KD0UGAQ9FAhMGSQYPCgoJCQ0AC20ID30CCAalAA7SEg6hBw6PAw/8EAgNyQAPWQQLCEQGD3gIAQkw" +
        "AgjMAQjmBg6fDgpdDAfPAQ85Ag0PmAEOC2oBCDgKDw8CAA83EwwODAEPexAGDW4ADGwNChAKCsULD28HBA9/BQ4JfgEPAQQCD4MBCQXjAAdcBw9kDwgNzAUP5wkEBukAD0IIBw+iCgEPcQYND+QSBg" +
        "6gAA/vCAEOhwsPcwEBD/8NBg4fAQ8SEwUO0gQO4g8PfgwBD7cXCQ1YEQ9tCQAPdAAJBmUACRAJCoYCClsSCfEVDTsID8AWAQ8bEwcNnAMPdBAGBqEGUG9sdW1l";

    /// <summary>900 words drawn from nine by the generator x ← 1664525·x + 1013904223 (mod 2^32), x₀ = 12345: word (x ≫ 16) mod 9.</summary>
    public static byte[] Text()
    {
        string[] words = "open high low close volume amount 600000.SH 000001.SZ 300750.SZ".Split(' ');
        uint state = 12345;
        return Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 900).Select(_ => words[((state = unchecked((state * 1664525) + 1013904223)) >> 16) % 9])));
    }
}
