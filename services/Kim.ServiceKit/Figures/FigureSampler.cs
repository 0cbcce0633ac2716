using System.Diagnostics.Metrics;
using Kim.ServiceKit.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.ServiceKit.Figures;

/// <summary>Takes the service's <see cref="DomainFigure"/>s once a minute and shows them as gauges. While the database is away the last ones stand.</summary>
internal sealed partial class FigureSampler : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Meter _meter = new("Kim.Domain");
    private readonly NpgsqlDataSource _source;
    private readonly IReadOnlyList<DomainFigure> _figures;
    private readonly TimeProvider _clock;
    private readonly ILogger<FigureSampler> _log;
    private volatile IReadOnlyDictionary<string, List<Measurement<long>>> _last = new Dictionary<string, List<Measurement<long>>>();

    public FigureSampler(NpgsqlDataSource source, IEnumerable<DomainFigure> figures, TimeProvider clock, ILogger<FigureSampler> log)
    {
        (_source, _figures, _clock, _log) = (source, [.. figures], clock, log);
        foreach (var figure in _figures)
            _meter.CreateObservableGauge(figure.Name, () => _last.GetValueOrDefault(figure.Name, []), figure.Unit, figure.Description);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_figures.Count == 0) return;
        using var timer = new PeriodicTimer(Every, _clock);
        try
        {
            do await SampleAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task SampleAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginSystemAsync(ct);
            var found = new Dictionary<string, List<Measurement<long>>>(StringComparer.Ordinal);
            foreach (var figure in _figures) found[figure.Name] = await CountAsync(figure, connection, transaction, ct);
            _last = found;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            SampleFailed(_log, failure.GetType().Name);
        }
    }

    private static async Task<List<Measurement<long>>> CountAsync(DomainFigure figure, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(figure.Sql, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new List<Measurement<long>>();
        while (await reader.ReadAsync(ct))
            counts.Add(figure.Tag is null ? new(reader.GetInt64(1)) : new(reader.GetInt64(1), new KeyValuePair<string, object?>(figure.Tag, reader.GetString(0))));
        return counts;
    }

    [LoggerMessage(LogLevel.Warning, "The service's figures could not be taken: {Failure}; it is tried again in a minute")]
    private static partial void SampleFailed(ILogger logger, string failure);
}
