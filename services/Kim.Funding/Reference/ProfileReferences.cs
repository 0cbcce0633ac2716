using Kim.ServiceKit.Profile;

namespace Kim.Funding.Reference;

/// <summary>Collects references that do not resolve and rules that a schema cannot say, so that one refusal names them all.</summary>
internal sealed class ProfileReferences(ProfileDocuments profile)
{
    private readonly List<ProfileError> _faults = [];

    /// <summary>A member that names an entry of another file, if it names any.</summary>
    public void One<T>(ProfileItem<T> item, string member, string? key, string file)
    {
        if (key is not null && !profile.Keys(file).Contains(key)) _faults.Add(item.Fault(member, $"'{key}' is not in {file}"));
    }

    /// <summary>A member that names several.</summary>
    public void Many<T>(ProfileItem<T> item, string member, IReadOnlyList<string> keys, string file)
    {
        foreach (var (index, key) in keys.Index()) One(item, $"{member}/{index}", key, file);
    }

    /// <summary>A rule of this service.</summary>
    public void Rule<T>(ProfileItem<T> item, string member, bool holds, string reason)
    {
        if (!holds) _faults.Add(item.Fault(member, reason));
    }

    /// <summary>Refuses the profile when anything was found.</summary>
    public void Settle()
    {
        if (_faults.Count > 0) throw new ProfileException(_faults);
    }
}
