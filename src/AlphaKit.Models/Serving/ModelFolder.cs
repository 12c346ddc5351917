using System.Security.Cryptography;
using System.Text.Json;

namespace AlphaKit.Models;

/// <summary>
/// A trained ensemble as a folder: <c>model.json</c> (what to read, the shape, the hashes) and one safetensors file per network. Saved by the process
/// that trained, served by one that has no libtorch.
/// </summary>
public static class ModelFolder
{
    /// <summary>The file that describes the model.</summary>
    public const string Description = "model.json";

    private const string Format = "AlphaKit model 1";

    /// <summary>
    /// Saves a model; one that is there is replaced at once: the weights are written first under the names of their hashes, then the description is
    /// renamed into place, then the old weights go.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <exception cref="NotSupportedException">The scorer is a user's own module on libtorch, which cannot be translated.</exception>
    /// <exception cref="ModelFolderException">The folder holds something else.</exception>
    public static void Save(NetworkModel model, string folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!ScorerDescription.IsKnown(model.Spec)) throw new NotSupportedException(ServedModel.NotServed(model.Spec));
        Directory.CreateDirectory(folder);
        string description = Path.Combine(folder, Description);
        if (!File.Exists(description) && Directory.EnumerateFileSystemEntries(folder).Any(f => !IsWeights(f))) throw new ModelFolderException(folder, "it holds other files and no model");
        List<string> names = [];
        for (int k = 0; k < model.Count; k++)
        {
            using MemoryStream memory = new();
            WeightFile.Write(memory, model.Tensors(k));
            byte[] content = memory.ToArray();
            string name = Convert.ToHexStringLower(SHA256.HashData(content)) + ".safetensors";
            if (!names.Contains(name)) Write(Path.Combine(folder, name), content);
            names.Add(name);
        }

        using MemoryStream json = new();
        using (Utf8JsonWriter w = new(json, new JsonWriterOptions { Indented = true }))
        {
            w.WriteStartObject();
            w.WriteString("format", Format);
            w.WriteStartArray("features");
            foreach (string feature in model.Features) w.WriteStringValue(feature);
            w.WriteEndArray();
            ScorerDescription.Write(w, model.Spec);
            w.WriteStartArray("weights");
            foreach (string name in names) w.WriteStringValue(name);
            w.WriteEndArray();
            w.WriteEndObject();
        }

        Write(description, json.ToArray());
        foreach (string old in Directory.EnumerateFiles(folder).Where(f => IsWeights(f) && !names.Contains(Path.GetFileName(f)))) File.Delete(old);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="threads">Most threads to use; the scores do not depend on it.</param>
    /// <exception cref="ModelFolderException">A file is missing, broken or of another kind.</exception>
    /// <exception cref="WeightsException">The weights do not fit the description.</exception>
    public static ServedModel Load(string folder, int threads = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        string description = Path.Combine(folder, Description);
        if (!File.Exists(description)) throw new ModelFolderException(folder, $"there is no {Description}");
        NetworkScorer spec;
        string[] features, names;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(description));
            JsonElement root = json.RootElement;
            string? format = root.GetProperty("format").GetString();
            if (format != Format) throw new ModelFolderException(description, $"its format is '{format}', this version reads '{Format}'");
            features = Texts(root.GetProperty("features"));
            names = Texts(root.GetProperty("weights"));
            spec = ScorerDescription.Read(root);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ModelFolderException(description, $"its text is damaged ({e.Message})", e);
        }

        if (features.Length == 0 || names.Length == 0) throw new ModelFolderException(description, "it names no feature or no network");
        foreach (string feature in spec.Inputs.SelectMany(i => i.Features))
        {
            if (!features.Contains(feature, StringComparer.Ordinal)) throw new ModelFolderException(description, $"an input reads '{feature}', which is no feature of the model");
        }

        try
        {
            return ServedModel.Make(spec, features, [.. names.Select(n => Weights(folder, n))], threads);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new ModelFolderException(description, $"its inputs do not fit its network ({e.Message})", e);
        }
    }

    private static IReadOnlyList<NamedTensor> Weights(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (!IsWeights(name) || Path.GetFileName(name) != name) throw new ModelFolderException(folder, $"'{name}' is no name of a file of weights");
        if (!File.Exists(path)) throw new ModelFolderException(path, "the file is missing");
        byte[] content = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) + ".safetensors" != name) throw new ModelFolderException(path, "its content does not match the hash in its name");
        try
        {
            return WeightFile.Read(new MemoryStream(content));
        }
        catch (InvalidDataException e)
        {
            throw new ModelFolderException(path, e.Message.TrimEnd('.'), e);
        }
    }

    private static bool IsWeights(string path) => path.EndsWith(".safetensors", StringComparison.Ordinal) || path.EndsWith(".part", StringComparison.Ordinal);

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString() ?? throw new FormatException("a name is null"))];

    private static void Write(string path, byte[] content)
    {
        string part = path + ".part";
        using (FileStream file = new(part, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
