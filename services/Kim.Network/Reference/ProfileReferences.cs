using Kim.ServiceKit.Profile;

namespace Kim.Network.Reference;

/// <summary>Collects references between profile files that lead nowhere, so that one refusal names them all.</summary>
internal sealed class ProfileReferences(ProfileDocuments profile)
{
    private readonly List<ProfileError> _faults = [];

    /// <summary>An optional reference to an entry of another file.</summary>
    public void One<T>(ProfileItem<T> item, string member, string? key, string file)
    {
        if (key is not null && !profile.Keys(file).Contains(key)) _faults.Add(item.Fault(member, $"there is no '{key}' in {file}"));
    }

    /// <summary>A list of references.</summary>
    public void Many<T>(ProfileItem<T> item, string member, IReadOnlyList<string> keys, string file)
    {
        var known = profile.Keys(file);
        for (var index = 0; index < keys.Count; index++)
            if (!known.Contains(keys[index])) _faults.Add(item.Fault($"{member}/{index}", $"there is no '{keys[index]}' in {file}"));
    }

    /// <summary>A fault that is no reference between files.</summary>
    public void Add(ProfileError fault) => _faults.Add(fault);

    /// <summary>Refuses the profile when anything was found.</summary>
    public void Settle()
    {
        if (_faults.Count > 0) throw new ProfileException(_faults);
    }
}
