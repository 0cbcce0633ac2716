namespace Kim.Contracts;

/// <summary>
/// Marks a member of an event that refers to a person or to what hangs on a case. Once the reference is erased, a service drops
/// every event that still carries it, whatever the order of arrival.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonReferenceAttribute : Attribute;
