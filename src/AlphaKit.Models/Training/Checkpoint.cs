using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Models;

/// <summary>
/// The file of one training, named by the hash of all that determines its result: options, random stream, features and labels. Written to a neighbour,
/// flushed to the disk, then renamed; ends with the SHA-256 of what comes before.
/// </summary>
internal sealed class Checkpoint(string folder, string fingerprint)
{
    private const string Magic = "AlphaKit checkpoint 2";
    private const int HashLength = 32;

    public string Path { get; } = System.IO.Path.Combine(folder, fingerprint[..16] + ".checkpoint");

    public void Write(TrainingState state)
    {
        using MemoryStream memory = new();
        using (BinaryWriter w = new(memory, Encoding.UTF8, leaveOpen: true))
        {
            w.Write(Magic);
            w.Write(fingerprint);
            w.Write(state.Finished.Count);
            foreach ((float[] weights, float[] buffers) in state.Finished)
            {
                Write(w, weights);
                Write(w, buffers);
            }

            w.Write(state.History.Count);
            foreach (TrainingEpoch e in state.History)
            {
                w.Write(e.Seed);
                w.Write(e.Epoch);
                w.Write(e.Loss);
                w.Write(e.ValidationIc);
                w.Write(e.IsBest);
                w.Write(e.ValidationAuc);
            }

            w.Write(state.Epoch);
            w.Write(state.Step);
            w.Write(state.Stale);
            w.Write(state.LossSum);
            w.Write(state.Best);
            w.Write(state.AdamSteps);
            foreach (float[] array in new[] { state.Weights, state.Buffers, state.First, state.Second, state.BestWeights, state.BestBuffers }) Write(w, array);
        }

        byte[] content = memory.ToArray();
        Directory.CreateDirectory(folder);
        string temporary = Path + ".tmp";
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Write(SHA256.HashData(content));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path, overwrite: true);
    }

    /// <summary>The state to go on from; null if there is no file.</summary>
    public TrainingState? TryRead()
    {
        if (!File.Exists(Path)) return null;
        byte[] all = File.ReadAllBytes(Path);
        if (all.Length < HashLength || !SHA256.HashData(all.AsSpan(0, all.Length - HashLength)).AsSpan().SequenceEqual(all.AsSpan(all.Length - HashLength)))
            throw new CheckpointException(Path, "its content does not match its check sum");
        using BinaryReader r = new(new MemoryStream(all, 0, all.Length - HashLength), Encoding.UTF8);
        try
        {
            if (r.ReadString() != Magic) throw new CheckpointException(Path, $"it is no file of the kind '{Magic}'");
            if (r.ReadString() != fingerprint) throw new CheckpointException(Path, "it belongs to a training with other data or options");
            return Read(r);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException)
        {
            throw new CheckpointException(Path, "it ends before the state of a training does", error);
        }
    }

    private static TrainingState Read(BinaryReader r)
    {
        TrainingState state = new();
        for (int n = r.ReadInt32(); n > 0; n--) state.Finished.Add((Floats(r), Floats(r)));
        for (int n = r.ReadInt32(); n > 0; n--) state.History.Add(new TrainingEpoch(r.ReadInt32(), r.ReadInt32(), r.ReadDouble(), r.ReadDouble(), r.ReadBoolean()) { ValidationAuc = r.ReadDouble() });
        state.Epoch = r.ReadInt32();
        state.Step = r.ReadInt32();
        state.Stale = r.ReadInt32();
        state.LossSum = r.ReadDouble();
        state.Best = r.ReadDouble();
        state.AdamSteps = r.ReadInt32();
        state.Weights = Floats(r);
        state.Buffers = Floats(r);
        state.First = Floats(r);
        state.Second = Floats(r);
        state.BestWeights = Floats(r);
        state.BestBuffers = Floats(r);
        return state;
    }

    private static void Write(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        foreach (float v in values) writer.Write(v);
    }

    private static float[] Floats(BinaryReader reader)
    {
        float[] values = new float[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++) values[i] = reader.ReadSingle();
        return values;
    }
}
