using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Torch.Tests.Files;

public sealed class SafetensorsTests
{
    [TorchFact]
    public void Every_type_and_shape_comes_back_as_it_went()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> state = new() { ["empty"] = torch.zeros(0, 3), ["scalar"] = torch.tensor(1.5), ["名字"] = torch.arange(3), ["a view"] = torch.randn(3, 4).t() };
        foreach (ScalarType type in Enum.GetValues<ScalarType>()) state[type.ToString()] = torch.tensor([0f, 1f, 2f, 100f]).to(type);
        using MemoryStream stream = new();
        SafetensorsFile.Write(stream, state, new Dictionary<string, string> { ["format"] = "pt", ["note"] = "引号 \" and \\" });
        stream.Position = 0;
        SafetensorsFile file = SafetensorsFile.Read(stream);
        Assert.Equal("引号 \" and \\", file.Metadata["note"]);
        Dictionary<string, Tensor> back = file.ToTensors();
        Assert.Equal(state.Keys.Order(StringComparer.Ordinal), back.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, Tensor tensor) in state)
        {
            Assert.Equal(tensor.dtype, back[name].dtype);
            Assert.True(tensor.equal(back[name]), name);
        }

        Assert.Equal([0f, 1f, 2f, 100f], file["BFloat16"].ToSingles());
        Assert.Equal([0f, 1f, 2f, 100f], file["Float16"].ToSingles());
        Assert.Equal([0f, 1f, 2f, 100f], file["Float64"].ToSingles());
        Assert.Throws<InvalidOperationException>(() => file["Int32"].ToSingles());
        Assert.Throws<KeyNotFoundException>(() => file["absent"]);
    }

    [TorchFact]
    public void Equal_content_gives_equal_bytes_and_data_on_a_multiple_of_eight()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = torch.ones([3], ScalarType.Byte), b = torch.ones([2], ScalarType.Float64);
        byte[] one = Bytes(new() { ["a"] = a, ["b"] = b }), two = Bytes(new() { ["b"] = b, ["a"] = a });
        Assert.Equal(one, two);
        Assert.Equal(0UL, BinaryPrimitives.ReadUInt64LittleEndian(one) % 8);
    }

    [TorchFact]
    public void A_module_is_saved_whole_or_not_at_all()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        string folder = Directory.CreateTempSubdirectory("权重 folder").FullName;
        try
        {
            string path = Path.Combine(folder, "w.safetensors");
            using AlphaKit.Torch.Modules.Linear net = torch.nn.Linear(3, 2), other = torch.nn.Linear(3, 2);
            net.save_safetensors(path);
            other.load_safetensors(path);
            Assert.True(net.weight.equal(other.weight));
            byte[] good = File.ReadAllBytes(path);
            Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [new("x", net.weight), new("x", net.weight)]));
            Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [new("__metadata__", net.weight)]));
            Assert.Equal(good, File.ReadAllBytes(path));
            Assert.Single(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PythonTorchFact]
    public void Weights_written_here_give_the_same_output_in_Python()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        string path = Path.Combine(Path.GetTempPath(), $"alphakit-{Environment.ProcessId}.safetensors");
        try
        {
            torch.manual_seed(9);
            using PeerNets.Gru net = new();
            net.save_safetensors(path);
            double[] answer = [.. PythonTorch.Peer("forward", path).Split(' ', StringSplitOptions.TrimEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            Near.Equal("forward", answer, [.. net.forward([PeerNets.Wave(12, 9, 6)]).data<float>().ToArray().Select(v => (double)v)], 1e-6);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "", "has 0 bytes" },
        { "1234567", "has 7 bytes" },
        { Framed(ulong.MaxValue, "{}"), "header would have" },
        { Framed(3, "{}"), "header would have" },
        { Framed("[]"), "does not begin" },
        { Framed(""), "does not begin" },
        { Framed("{"), "not JSON" },
        { Framed("{\"a\":1}"), "not a JSON object" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}"), "lacks" },
        { Framed("{\"a\":{\"dtype\":\"F99\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4), "'F99'" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}", 4), "does not know" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4000000000000]}}", 4), "takes the bytes" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4), "takes the bytes" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4), "whole number" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4), "whole number" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1e30],\"data_offsets\":[0,4]}}", 4), "whole number" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4), "has 4 bytes" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4611686018427387904],\"data_offsets\":[0,4]}}", 4), "overflows" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905],\"data_offsets\":[0,4]}}", 4), "overflows" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 8), "end at byte 4" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8), "begins at byte 4" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}", 6), "begins at byte 2" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8), "twice" },
        { Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"__metadata__\":{\"k\":1}}", 4), "texts" },
        { Framed("{\"\\ud800\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4), "sound text" },
        { Framed(new string('[', 4000)), "does not begin" },
        { Framed("{\"a\":" + new string('[', 4000) + new string(']', 4000) + "}"), "not JSON" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_not_sound_is_refused_in_plain_words(string content, string words)
    {
        SafetensorsException broken = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new MemoryStream(Encoding.Latin1.GetBytes(content))));
        Assert.Contains(words, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_byte_changed_or_cut_is_refused_or_read_as_another_sound_file()
    {
        byte[] good = Encoding.Latin1.GetBytes(Framed("{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[16,24]}}", 24));
        Assert.Equal(2, SafetensorsFile.Read(new MemoryStream(good)).Entries.Count);
        Properties.Holds(
            from at in Gen.Choose(0, good.Length - 1)
            from value in Gen.Choose(0, 255)
            from cut in Gen.Choose(0, good.Length)
            select (at, (byte)value, cut),
            mutation =>
            {
                (int at, byte value, int cut) = mutation;
                byte[] bytes = [.. good];
                bytes[at] = value;
                return Sound(bytes) && (cut == good.Length || Refused(good[..cut]));
            },
            cases: 3000);

        static bool Sound(byte[] bytes)
        {
            try
            {
                // What is read adds up to the bytes that are there.
                SafetensorsFile file = SafetensorsFile.Read(new MemoryStream(bytes));
                return file.Entries.Sum(e => e.Data.Length) <= bytes.Length && file.Entries.All(e => e.Data.Length % Math.Max(1, e.Shape.Aggregate(1L, (a, b) => a * b)) == 0);
            }
            catch (SafetensorsException)
            {
                return true;
            }
        }

        static bool Refused(byte[] bytes)
        {
            try
            {
                SafetensorsFile.Read(new MemoryStream(bytes));
                return false;
            }
            catch (SafetensorsException)
            {
                return true;
            }
        }
    }

    private static byte[] Bytes(Dictionary<string, Tensor> state)
    {
        using MemoryStream stream = new();
        SafetensorsFile.Write(stream, state);
        return stream.ToArray();
    }

    private static string Framed(string header, int data = 0) => Framed((ulong)header.Length, header) + new string('\0', data);

    private static string Framed(ulong length, string header)
    {
        byte[] head = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(head, length);
        return Encoding.Latin1.GetString(head) + header;
    }
}
