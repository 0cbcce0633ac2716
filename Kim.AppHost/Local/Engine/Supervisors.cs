namespace Kim.AppHost.Local;

/// <summary>All resources under supervision; projects end before the servers that they use.</summary>
internal sealed class Supervisors : IDisposable
{
    private readonly List<Supervisor> _all = [];
    private readonly CancellationTokenSource _stopProjects = new();
    private readonly CancellationTokenSource _stopServers = new();
    private readonly List<Task> _projects = [];
    private readonly List<Task> _servers = [];

    public IReadOnlyList<Supervisor> All => _all;

    public void Add(Supervisor supervisor) => _all.Add(supervisor);

    public void Start()
    {
        foreach (var supervisor in _all)
        {
            if (supervisor.Plan.IsServer)
                _servers.Add(supervisor.RunAsync(_stopServers.Token));
            else
                _projects.Add(supervisor.RunAsync(_stopProjects.Token));
        }
    }

    /// <summary>Ends early only by a bug in the engine, which then must not go unseen.</summary>
    public Task Faulted() => Task.WhenAny(_projects.Concat(_servers)).Unwrap();

    public async Task StopAsync()
    {
        await _stopProjects.CancelAsync();
        await Task.WhenAll(_projects);
        await _stopServers.CancelAsync();
        await Task.WhenAll(_servers);
    }

    public void Dispose()
    {
        _all.ForEach(s => s.Dispose());
        _stopProjects.Dispose();
        _stopServers.Dispose();
    }
}
