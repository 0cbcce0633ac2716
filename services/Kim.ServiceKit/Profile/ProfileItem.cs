namespace Kim.ServiceKit.Profile;

/// <summary>An entry of a profile file with its place, so that a reference that does not resolve can be reported.</summary>
/// <typeparam name="T">The record of the entry.</typeparam>
/// <param name="File">File name inside the profile folder.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the entry.</param>
/// <param name="Value">The entry.</param>
public sealed record ProfileItem<T>(string File, string Pointer, T Value)
{
    /// <summary>What is wrong with a member of this entry, to be collected.</summary>
    /// <param name="member">Pointer below the entry, for example <c>/provider</c> or <c>/ags/2</c>.</param>
    /// <param name="reason">What is wrong with it.</param>
    public ProfileError Fault(string member, string reason) => new(File, Pointer + member, reason);

    /// <summary>A refusal because of a member of this entry, to be thrown.</summary>
    /// <param name="member">Pointer below the entry, for example <c>/provider</c> or <c>/ags/2</c>.</param>
    /// <param name="reason">What is wrong with it.</param>
    public ProfileException Error(string member, string reason) => new([Fault(member, reason)]);
}
