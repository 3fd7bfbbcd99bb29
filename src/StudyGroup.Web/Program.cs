using System.Globalization;
using StudyGroup.Administration;
using StudyGroup.Shared;
using StudyGroup.Web.Administration;
using StudyGroup.Web.Annotations;
using StudyGroup.Web.Discussion;
using StudyGroup.Web.Groups.Importing;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Identity.Walls;
using StudyGroup.Web.Notifications;
using StudyGroup.Web.Readings;
using StudyGroup.Web.Readings.Citing;
using StudyGroup.Web.Realtime;
using StudyGroup.Web.Shell;

// Console, log, and all work that is done for nobody in particular speak English, whatever the machine speaks.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(InterfaceLanguages.Default);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // The repository root in development, the publish folder in production - whatever the working directory is.
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});

// The address in appsettings.json is a default: ASPNETCORE_URLS and the command line win over it.
builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);

// Started from the build, static files lie in several folders, in Production too; published, they lie in one and this finds nothing to do.
builder.WebHost.UseStaticWebAssets();

// Everything that is stored, said and told.
builder.Services.AddStudyGroupCore();

// Accounts, and the walls around everything.
builder.Services.AddAccounts();
builder.Services.AddWalls();

// The door for programs.
builder.Services.AddDiscussionHub();

// What a supervisor asks.
builder.Services.AddHealth();

// Pages, islands, layouts, interface texts.
builder.Services.AddShell();

// A command in place of the server.
if (ConsoleCommands.Match(args))
    return await ConsoleCommands.RunAsync(builder, args);

builder.Logging.ExpectSentences();
var app = builder.Build();

// The database is brought up to date, and filled on a developer's first start.
if (await StartGuard.OpenAsync(app) is { } refused)
    return refused;

// Headers, hosts, HTTPS: for every answer.
app.UseWalls();

// Faults and unknown addresses.
app.UseFaultPages();

// Who asks, in which language, and what they may.
app.UseAccounts();

// Static files and pages.
app.MapStaticAssets().AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(WallsRegistration.Guard).Add(WallsRegistration.AllowStrangers);
app.MapAccounts();
app.MapReadingImages();
app.MapNotifications();
app.MapImports();
app.MapCitations();

// What the page's scripts send, and the hub.
app.MapComments();
app.MapSeen();
app.MapDrafts();
app.MapAnnotations();
app.MapDiscussionHub();
app.MapHealth();

return await StartGuard.ServeAsync(app);
