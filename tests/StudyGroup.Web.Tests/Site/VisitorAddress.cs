using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace StudyGroup.Web.Tests.Site;

/// <summary>Gives a request the address that its browser pretends to have, where no real connection has one.</summary>
internal sealed class VisitorAddress : IStartupFilter
{
    public const string Header = "Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (context.Connection.RemoteIpAddress is null && IPAddress.TryParse(context.Request.Headers[Header], out var address))
                context.Connection.RemoteIpAddress = address;
            return following(context);
        });
        next(app);
    };
}
