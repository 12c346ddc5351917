namespace AlphaKit;

/// <summary>One condition of a <see cref="Universe"/>. Derive from it to add your own.</summary>
public abstract class UniverseRule
{
    /// <summary>Name, for reports.</summary>
    public abstract string Name { get; }

    /// <summary>The fields that the rule reads.</summary>
    public virtual IReadOnlyList<Field> RequiredFields => [];

    /// <summary>When the rule's answer for day T is known: the latest clock of its fields.</summary>
    public virtual Clock KnownAt => RequiredFields.Count == 0 ? Clock.Open : RequiredFields.Max(f => f.KnownAt);

    /// <summary>Sets <c>members[i]</c> to false for every symbol that fails the rule on row <paramref name="row"/>; must read no later row.</summary>
    /// <param name="context">What may be looked at.</param>
    /// <param name="row">The day.</param>
    /// <param name="members">The members so far.</param>
    public abstract void Apply(UniverseContext context, int row, Span<bool> members);
}
