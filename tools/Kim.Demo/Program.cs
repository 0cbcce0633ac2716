using Kim.Demo;

// Each command is one class with one method; its exit code is the program's.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    return args switch
    {
        ["demo", .. var rest] => await DemoCommand.RunAsync(new Arguments(rest), stop.Token),
        ["token", .. var rest] => await TokenCommand.RunAsync(new Arguments(rest), stop.Token),
        _ => Usage.Print(),
    };
}
catch (DemoException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
catch (HttpRequestException failure)
{
    await Console.Error.WriteLineAsync($"Kim does not answer: {failure.Message}. Is it running? Start it with ./kim up.");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
