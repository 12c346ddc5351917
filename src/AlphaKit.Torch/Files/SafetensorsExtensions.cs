namespace AlphaKit.Torch;

/// <summary>Saves and loads the state of modules as safetensors.</summary>
public static class SafetensorsExtensions
{
    /// <summary>Writes the state dictionary of a module to a file, under PyTorch's names; the file appears whole or not at all.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Texts to go along.</param>
    public static void save_safetensors(this torch.nn.Module module, string path, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        SafetensorsFile.Write(path, module.state_dict(), metadata);
    }

    /// <summary>Reads a file into the parameters and buffers of a module. Everything is checked before the first element is written.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="strict">Names that are missing or not known are an error.</param>
    /// <exception cref="SafetensorsException">The file is not sound.</exception>
    /// <exception cref="StateDictException">The file does not fit the module.</exception>
    public static (IList<string> missing_keys, IList<string> unexpected_keyes) load_safetensors(this torch.nn.Module module, string path, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        SafetensorsFile file = SafetensorsFile.Read(path);
        using DisposeScope scope = torch.NewDisposeScope();
        return module.load_state_dict(file.ToTensors(), strict);
    }
}
