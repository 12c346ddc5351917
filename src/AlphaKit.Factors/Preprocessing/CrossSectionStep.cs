namespace AlphaKit.Factors;

/// <summary>
/// A preprocessing step: changes the cross-section of one factor on one day, from what that day's cross-section holds and nothing else.
/// </summary>
/// <threadsafety>Implementations are immutable; <see cref="Apply"/> is called from several threads.</threadsafety>
public abstract class CrossSectionStep
{
    /// <summary>The step with its parameters, as notes and reports print it.</summary>
    public abstract string Name { get; }

    /// <summary>Which fields the step reads, given what there is.</summary>
    /// <param name="has">Tells whether a field can be had.</param>
    /// <exception cref="FieldNotAvailableException">The step cannot work with what there is.</exception>
    public virtual IReadOnlyList<Field> FieldsAmong(Func<Field, bool> has) => [];

    /// <summary>What the user should know about how the step works with what there is; empty when everything is there.</summary>
    /// <param name="has">Tells whether a field can be had.</param>
    public virtual IReadOnlyList<string> NotesAmong(Func<Field, bool> has) => [];

    /// <summary>Processes one factor on one day, in place.</summary>
    /// <param name="day">The cross-section.</param>
    public abstract StepOutcome Apply(CrossSection day);

    /// <summary><see cref="Name"/>.</summary>
    public sealed override string ToString() => Name;
}
