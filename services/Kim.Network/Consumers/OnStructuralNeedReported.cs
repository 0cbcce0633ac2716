using Kim.Contracts.Cases;
using Kim.Network.Data;
using Kim.Network.Domain;
using MassTransit;

namespace Kim.Network.Consumers;

/// <summary>A case manager reported an obstacle: it joins the theme of its topic.</summary>
internal sealed class OnStructuralNeedReported(NeedIntake intake) : IConsumer<StructuralNeedReported>
{
    public Task Consume(ConsumeContext<StructuralNeedReported> context)
    {
        var message = context.Message;
        var facts = new NeedFacts(message.Topic, message.Rechtskreis, message.AgencyType, message.Ags, message.Weight, message.ReportedOn);
        return intake.ApplyAsync(message.NeedId, need => need.Report(facts, message.Version), context.CancellationToken);
    }
}
