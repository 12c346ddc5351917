namespace AlphaKit.Snippets;

#region own-universe-rule
/// <summary>Keeps the boards that an account may trade.</summary>
public sealed class OnBoards(params Board[] boards) : UniverseRule
{
    public override string Name => $"on {string.Join(", ", boards)}";

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (!boards.Contains(context.Panel.Symbols[i].Board)) members[i] = false;
        }
    }
}
#endregion

internal static class OwnUniverseRule
{
    public static void Run()
    {
        #region use-own-universe-rule
        Universe universe = Universe.AShares.ListedAtLeast(days: 250).Where(new OnBoards(Board.Main, Board.ChiNext));
        #endregion
        Console.WriteLine(universe);
    }
}
