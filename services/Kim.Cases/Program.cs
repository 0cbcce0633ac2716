using Kim.Cases;
using Kim.Cases.Consumers;
using Kim.Cases.Data;
using Kim.Cases.Features;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Network;
using Kim.ServiceDefaults;
using Kim.ServiceKit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("cases");
builder.AddServiceKit<CasesDb>("cases", CasesPolicies.Table, kit => kit
    .Consumes<OnOfferPublished, OfferPublished>()
    .Consumes<OnOfferChanged, OfferChanged>()
    .Consumes<OnOfferWithdrawn, OfferWithdrawn>()
    .Consumes<OnNeedStateChanged, NeedStateChanged>()
    .Consumes<OnResolutionAdopted, ResolutionAdopted>()
    .Consumes<OnMeasureStarted, MeasureStarted>()
    .Consumes<OnMeasureCompleted, MeasureCompleted>()
    .Consumes<OnBookingConfirmed, BookingConfirmed>()
    .Consumes<OnBookingDeclined, BookingDeclined>()
    .Consumes<OnBookingUnserved, BookingUnserved>()
    .Consumes<OnAssignmentCompleted, AssignmentCompleted>()
    .Consumes<OnAssignmentSettled, AssignmentSettled>()
    .ImportsProfile<CasesProfile>());
builder.Services.AddValidation();
builder.Services.AddScoped<CaseWork>();

var app = builder.Build();
if (await app.RunModeAsync<CasesDb>(args)) return Environment.ExitCode;
app.UseServiceDefaults();
app.UseServiceKit<CasesDb>();
CasesApi.Map(app.MapApi("cases"));
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
