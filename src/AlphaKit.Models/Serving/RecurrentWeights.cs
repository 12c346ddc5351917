namespace AlphaKit.Models;

/// <summary>Reads the weights of one recurrent layer.</summary>
internal static class RecurrentWeights
{
    public static RecurrentLayer Read(WeightReader weights, string name, RecurrentCell cell, int features, int hidden, VectorWidth width)
    {
        int rows = (cell == RecurrentCell.Gru ? 3 : 4) * hidden;
        float[] flat =
        [
            .. weights.Take(name + ".weight_ih_l0", rows, features), .. weights.Take(name + ".weight_hh_l0", rows, hidden),
            .. weights.Take(name + ".bias_ih_l0", rows), .. weights.Take(name + ".bias_hh_l0", rows),
        ];
        foreach (ref float w in flat.AsSpan())
        {
            if (!float.IsFinite(w)) w = 0; // said by the reader
        }

        RecurrentLayer layer = new(cell, features, hidden, width);
        layer.SetWeights(flat);
        return layer;
    }
}
