namespace AlphaKit.Models;

/// <summary>How the states of a text's tokens become one vector.</summary>
public enum TextPooling
{
    /// <summary>The mean over the tokens that are not padding: for weights that were not trained further.</summary>
    Mean = 0,

    /// <summary>The state of the first token, [CLS].</summary>
    First = 1,

    /// <summary>The state of the first token through the pooler.</summary>
    Pooler = 2,
}
