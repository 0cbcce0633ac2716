namespace Kim.ServiceKit.Fields;

/// <summary>
/// The class of a member of an answer. Whoever may not see the class gets the answer without the member: one place does that for every
/// answer (<see cref="Masking"/>), no feature needs to think of it. A member without the attribute is plain.
/// </summary>
/// <param name="fieldClass">The class.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(FieldClass fieldClass) : Attribute
{
    /// <summary>The class.</summary>
    public FieldClass FieldClass { get; } = fieldClass;
}
