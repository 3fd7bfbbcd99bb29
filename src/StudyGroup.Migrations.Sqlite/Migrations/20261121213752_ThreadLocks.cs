using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudyGroup.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ThreadLocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "LockedById",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LockedReason",
                table: "Threads",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Threads_LockedById",
                table: "Threads",
                column: "LockedById");

            migrationBuilder.AddForeignKey(
                name: "FK_Threads_AspNetUsers_LockedById",
                table: "Threads",
                column: "LockedById",
                principalTable: "AspNetUsers",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Threads_AspNetUsers_LockedById",
                table: "Threads");

            migrationBuilder.DropIndex(
                name: "IX_Threads_LockedById",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "LockedById",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "LockedReason",
                table: "Threads");
        }
    }
}
