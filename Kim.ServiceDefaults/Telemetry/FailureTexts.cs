using System.Diagnostics;
using System.Reflection;
using OpenTelemetry;

namespace Kim.ServiceDefaults;

/// <summary>
/// Takes the texts of failures out of spans: libraries record them (the bus, the database's driver), and they may quote what stands in a
/// message or a row. The type of the failure stays, as <c>error.type</c>.
/// </summary>
internal sealed class FailureTexts : BaseProcessor<Activity>
{
    private const string Failure = "exception";

    // The runtime offers no way to take an event out of a span; a test fails when the field is gone.
    private static readonly FieldInfo? Events = typeof(Activity).GetField("_events", BindingFlags.Instance | BindingFlags.NonPublic);

    public override void OnEnd(Activity data)
    {
        var type = data.GetTagItem("error.type") as string;
        var told = false;
        foreach (ref readonly var happened in data.EnumerateEvents())
        {
            if (happened.Name != Failure) continue;
            told = true;
            foreach (ref readonly var tag in happened.EnumerateTagObjects())
                if (tag.Key == "exception.type") type = tag.Value as string;
        }

        if (told) Events?.SetValue(data, null);
        if (type is not null) data.SetTag("error.type", type);
        if (data.Status == ActivityStatusCode.Error) data.SetStatus(ActivityStatusCode.Error, type);
        data.SetTag("exception.message", null);
        data.SetTag("exception.stacktrace", null);
    }
}
