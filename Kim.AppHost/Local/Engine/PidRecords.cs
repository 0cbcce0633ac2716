using System.Globalization;

namespace Kim.AppHost.Local;

/// <summary>One file per running child: pid and start time. They are how a killed AppHost's children are found again.</summary>
internal sealed class PidRecords(string folder)
{
    public const string AppHost = "apphost";

    public void Write(string name, int pid) =>
        KimFolder.WritePrivate(PathOf(name), string.Create(CultureInfo.InvariantCulture, $"{pid} {ProcessTable.StartTime(pid)}\n"));

    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>The pid if that very process still runs, not another one that got its number.</summary>
    public int? Alive(string name)
    {
        try
        {
            var parts = File.ReadAllText(PathOf(name)).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid)
                && ProcessTable.StartTime(pid) == parts[1] ? pid : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Ends what an AppHost left behind that was killed. Returns the names.</summary>
    public async Task<IReadOnlyList<string>> EndLeftoversAsync()
    {
        var found = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) != ".new")
            .Select(f => Path.GetFileName(f)).Where(n => n != AppHost)
            .Select(n => (Name: n, Pid: Alive(n))).ToList();
        foreach (var (_, pid) in found.Where(f => f.Pid is not null))
            ProcessTable.SignalGroup(pid!.Value, ProcessTable.Terminate);

        var patience = TimeSpan.FromSeconds(8);
        for (var waited = TimeSpan.Zero; waited < patience && found.Exists(f => Alive(f.Name) is not null); waited += Step)
            await Task.Delay(Step);
        foreach (var (name, _) in found)
        {
            if (Alive(name) is { } stubborn)
                ProcessTable.SignalGroup(stubborn, ProcessTable.Kill);
            Remove(name);
        }

        return [.. found.Where(f => f.Pid is not null).Select(f => f.Name)];
    }

    private static TimeSpan Step => TimeSpan.FromMilliseconds(100);

    private string PathOf(string name) => Path.Combine(folder, name);
}
