namespace AlphaKit.Models;

/// <summary>Whether the inputs of a network go through one recurrent layer.</summary>
public enum RecurrentSharing
{
    /// <summary>One layer reads all inputs: what daily bars teach helps weekly ones. Needs the same number of features in every input.</summary>
    Shared = 0,

    /// <summary>Each input has a layer of its own.</summary>
    Separate = 1,

    /// <summary>
    /// Inputs with the same number of features share a layer, each other one has its own: bars of three frequencies through one layer, joined with a source of
    /// another kind.
    /// </summary>
    SharedByWidth = 2,
}
