namespace AlphaKit.Snippets;

/// <summary>The snippets that a program can run, in order.</summary>
public static class AllSnippets
{
    public static IEnumerable<(string Name, Action Run)> List() =>
    [
        (nameof(FirstPanel), FirstPanel.Run),
        (nameof(OwnStrategy), OwnStrategy.Run),
        (nameof(OwnUniverseRule), OwnUniverseRule.Run),
    ];
}
