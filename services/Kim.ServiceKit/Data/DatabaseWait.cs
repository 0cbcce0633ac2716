using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kim.ServiceKit.Data;

/// <summary>How long the request's present command has waited. Either the command's end or the end of patience wins, never both.</summary>
internal sealed class DatabaseWait : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly AsyncLocal<DatabaseWait?> Present = new();

    private readonly DatabaseTimes _times;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _since;

    public DatabaseWait(DatabaseTimes times)
    {
        _times = times;
        _timer = TimeProvider.System.CreateTimer(static wait => ((DatabaseWait)wait!).GiveUp(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Present.Value = this;
    }

    public Task GivenUp => _givenUp.Task;

    public void LetGo() => _letGo.SetResult();

    /// <param name="commandSeconds">The command's own time; one that asks for more than all others gets it.</param>
    public static void Begin(int commandSeconds = 0)
    {
        if (Present.Value is not { } wait || commandSeconds > wait._times.Command.TotalSeconds) return;
        lock (wait._gate) wait._since = TimeProvider.System.GetTimestamp();
        wait._timer.Change(wait._times.Silence, Timeout.InfiniteTimeSpan);
    }

    /// <summary>For a read that does not go through the mapper.</summary>
    public static async Task<T> DuringAsync<T>(Task<T> read)
    {
        Begin();
        try
        {
            return await read;
        }
        finally
        {
            await EndAsync();
        }
    }

    /// <summary>Ends the wait. When the request was answered meanwhile, nothing of its work may go on.</summary>
    public static async Task EndAsync()
    {
        if (Present.Value is not { } wait) return;
        wait._timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (wait._gate)
        {
            wait._since = null;
            if (!wait.GivenUp.IsCompleted) return;
        }

        await wait._letGo.Task;
        throw new NpgsqlException("The database answered after the request was given up.");
    }

    private void GiveUp()
    {
        lock (_gate)
        {
            // A timer of the command before may come late.
            if (_since is { } since && TimeProvider.System.GetElapsedTime(since) >= _times.Silence - Tick) _givenUp.TrySetResult();
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}

/// <summary>Tells the request's <see cref="DatabaseWait"/> when an opening, a command or a commit goes to the server and when it is back.</summary>
internal sealed class WaitWatch : IDbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public static readonly WaitWatch Rule = new();

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Begin(command, result);

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => Begin(command, result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Begin(command, result);

    // The answers to a save's commands come one by one; the last is there when its reader closes.
    public ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        eventData.CommandSource == CommandSource.SaveChanges ? ValueTask.FromResult(result) : EndAsync(result);

    public ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result) =>
        EndAsync(result);

    public ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => EndAsync(result);

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => EndAsync(result);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Begin(result);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public ValueTask<InterceptionResult> CreatingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Begin(result);

    public Task CreatedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Begin(result);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        DatabaseWait.EndAsync();

    private static ValueTask<T> Begin<T>(DbCommand command, T result)
    {
        DatabaseWait.Begin(command.CommandTimeout);
        return ValueTask.FromResult(result);
    }

    private static ValueTask<T> Begin<T>(T result)
    {
        DatabaseWait.Begin();
        return ValueTask.FromResult(result);
    }

    private static async ValueTask<T> EndAsync<T>(T result)
    {
        await DatabaseWait.EndAsync();
        return result;
    }
}
