using System.Globalization;

namespace AlphaKit.Torch;

/// <summary>Where a tensor lives.</summary>
public sealed record Device
{
    /// <summary>A device by kind and number.</summary>
    /// <param name="type">Kind of device.</param>
    /// <param name="index">Number of the card from 0; −1 for the current one, and for the processor.</param>
    public Device(DeviceType type, int index = -1)
    {
        if (!Enum.IsDefined(type)) throw new ArgumentOutOfRangeException(nameof(type), type, "Must be CPU or CUDA.");
        ArgumentOutOfRangeException.ThrowIfLessThan(index, -1);
        this.type = type;
        this.index = index;
    }

    /// <summary>A device by PyTorch's name.</summary>
    /// <param name="description"><c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    public Device(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        string[] parts = description.Split(':');
        type = parts[0] switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            _ => throw new ArgumentException($"'{description}' is not a device; write cpu, cuda or cuda:N.", nameof(description)),
        };
        int number = -1;
        if (parts.Length > 2 || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            throw new ArgumentException($"'{description}' is not a device; write cpu, cuda or cuda:N.", nameof(description));
        index = number;
    }

    /// <summary>Kind of device.</summary>
    public DeviceType type { get; }

    /// <summary>Number of the card; −1 for the current one, and for the processor.</summary>
    public int index { get; }

    /// <summary>PyTorch's name: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</summary>
    public override string ToString() => (type == DeviceType.CPU ? "cpu" : "cuda") + (index >= 0 && type != DeviceType.CPU ? ":" + index.ToString(CultureInfo.InvariantCulture) : "");
}
