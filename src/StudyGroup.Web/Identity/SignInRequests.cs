using Microsoft.AspNetCore.Authentication;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity;

internal static class SignInRequests
{
    /// <summary>Gives the browser the cookie of a session; it outlives the browser's window.</summary>
    public static Task SignInMemberAsync(this HttpContext context, SignedIn signedIn) =>
        context.SignInAsync(AccountSchemes.Cookie, signedIn.ToCookie(AccountSchemes.Cookie), new AuthenticationProperties { IsPersistent = true });
}
