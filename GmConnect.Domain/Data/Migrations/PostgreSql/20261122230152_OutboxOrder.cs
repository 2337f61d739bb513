using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OutboxOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_AgencyId_Status_NextAttemptAt",
                table: "OutboxMessage");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_AgencyId_Status_Position",
                table: "OutboxMessage",
                columns: new[] { "AgencyId", "Status", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_Status_NextAttemptAt",
                table: "OutboxMessage",
                columns: new[] { "Status", "NextAttemptAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_AgencyId_Status_Position",
                table: "OutboxMessage");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_Status_NextAttemptAt",
                table: "OutboxMessage");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_AgencyId_Status_NextAttemptAt",
                table: "OutboxMessage",
                columns: new[] { "AgencyId", "Status", "NextAttemptAt" });
        }
    }
}
